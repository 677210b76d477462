export * from './document-length.ts'
export * from './mattr.ts'

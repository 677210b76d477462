export * from './audit-frames.ts'
export * from './read-columns.ts'
export * from './to-csv.ts'
export * from './to-json.ts'

export * from './case-mix.ts'
export * from './category-verdict.ts'
export * from './distance-interval.ts'

export * from './croissant.ts'
export * from './dataset-card.ts'
export * from './markdown-summary.ts'

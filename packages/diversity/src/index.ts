export * from './pairwise-cosine.ts'
export * from './semantic-map.ts'
export * from './trustworthiness.ts'
export * from './vendi-score.ts'

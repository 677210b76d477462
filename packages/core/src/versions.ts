/** Versions of the files we write; a reader refuses what it does not know. */
export const auditVersion = 'corpuscope/audit/1'
export const runVersion = 'corpuscope/run/1'
export const partialVersion = 'corpuscope/partial/1'
export const verdictVersion = 'corpuscope/verdict/1'
export const baselineVersion = 'corpuscope/baseline/1'

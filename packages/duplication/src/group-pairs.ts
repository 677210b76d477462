/** Groups beyond this size list pairs with their first member alone: 10,000 copies are 50 million pairs, and say no more. */
const mostPaired = 50

/** Visits the pairs of a group, earlier member first: all of them, or a star around the first when the group is large. */
export function eachGroupPair(members: readonly number[], visit: (a: number, b: number) => void): void {
  const centres = members.length > mostPaired ? 1 : members.length - 1
  for (let i = 0; i < centres; i++) for (let j = i + 1; j < members.length; j++) visit(members[i]!, members[j]!)
}

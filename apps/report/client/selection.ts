/** Documents that the reader chose on the map; undefined when all are meant. */
export type Selection = ReadonlySet<string> | undefined

const listeners: ((chosen: Selection) => void)[] = []

export const onSelection = (listener: (chosen: Selection) => void): void => {
  listeners.push(listener)
}

export function select(chosen: Selection): void {
  for (const listener of listeners) listener(chosen)
}

const openers: ((id: string) => void)[] = []

/** Called when a document is to be shown whole. */
export const onOpen = (opener: (id: string) => void): void => {
  openers.push(opener)
}

export function openDocument(id: string): void {
  for (const opener of openers) opener(id)
}

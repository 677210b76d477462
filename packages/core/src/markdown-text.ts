/** Text of ours or of the data inside Markdown: nothing in it is markup, a link, a mention or the end of a cell. */
export const markdownText = (text: string): string =>
  text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character]!)
    .replace(/[\\`*_{}[\]()#+!|~]/g, '\\$&')
    // A zero-width space keeps @names from being called and addresses from being linked.
    .replace(/@|:\/\/|www\./g, (hit) => `${hit.slice(0, 1)}\u200b${hit.slice(1)}`)

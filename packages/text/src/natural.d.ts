// natural types its root, which opens four database drivers when loaded; its single files have no types of their own.
declare module 'natural/lib/natural/util/stopwords.js' {
  const list: { readonly words: readonly string[] }
  export default list
}
declare module 'natural/lib/natural/util/stopwords_fr.js' {
  const list: { readonly words: readonly string[] }
  export default list
}
declare module 'natural/lib/natural/util/stopwords_es.js' {
  const list: { readonly words: readonly string[] }
  export default list
}
declare module 'natural/lib/natural/util/stopwords_pt.js' {
  const list: { readonly words: readonly string[] }
  export default list
}
declare module 'natural/lib/natural/util/stopwords_it.js' {
  const list: { readonly words: readonly string[] }
  export default list
}

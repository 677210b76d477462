/** Stands for "no value" in a column of whole numbers. */
export const absent = -(2 ** 31)

interface Unpacked<Header> {
  readonly header: Header
  readonly columns: readonly Int32Array[]
}

/** Reads what `src/packed.ts` put into an element of the page. */
export async function unpack<Header>(element: { readonly textContent: string | null }): Promise<Unpacked<Header>> {
  const raw = atob(element.textContent!.trim())
  const squeezed = new Uint8Array(raw.length)
  for (let i = 0; i < raw.length; i++) squeezed[i] = raw.charCodeAt(i)
  const stream = new Blob([squeezed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  const size = new DataView(bytes.buffer).getUint32(0, true)
  const { lengths, header } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size))) as { lengths: number[]; header: Header }
  let start = 4 + size
  const columns = lengths.map((length) => {
    const ints = new Int32Array(length)
    for (let i = 0; i < length; i++) {
      const at = start + i
      const folded = bytes[at]! | (bytes[at + length]! << 8) | (bytes[at + 2 * length]! << 16) | (bytes[at + 3 * length]! << 24)
      ints[i] = (folded >>> 1) ^ -(folded & 1)
    }
    start += 4 * length
    return ints
  })
  return { header, columns }
}

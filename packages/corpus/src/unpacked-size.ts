/** Values or bytes that a few bytes may stand for: what is small costs nothing to believe. */
const free = 1 << 22
/** Beyond that, as much for a byte as packed files may hold. */
const ratio = 250
const most = 2 ** 30

/**
 * Whether that many bytes can be a file's claim of so many values or unpacked bytes. A run of one value takes no more bytes for a
 * million than for one, so a file of a kilobyte may claim a billion: it is an attack or damage, and is refused before anything is made.
 */
export const isBelievable = (claimed: number, bytes: number): boolean => claimed <= free || (claimed <= bytes * ratio && claimed <= most)

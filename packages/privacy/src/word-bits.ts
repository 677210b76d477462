/** What a word may be to a detector, as bits that go together. */
export const wordBit = {
  /** It may lead to a person's name, in small letters too. */
  name: 1,
  /** A degree or office behind a name. */
  degree: 2,
  facility: 4,
  streetKind: 8,
  streetPreposition: 16,
  unit: 32,
  /** A street's kind in small letters before its number. */
  streetEnd: 1024,
  /** An address follows. */
  address: 2048,
  month: 64,
  record: 128,
  plate: 256,
  /** It may lead to a person's name where it has a capital. */
  given: 512,
  /** A person is met, asked or called: the name follows. */
  meeting: 4096,
  /** A town may follow. */
  dwelling: 16384,
  /** A large town. */
  town: 32768,
  /** Only a person does it: the name stands before. */
  deed: 8192,
} as const

/** Typed arrays that grow; plain data, so that they travel as they are. */

const makers = { f64: Float64Array, f32: Float32Array, u32: Uint32Array, u16: Uint16Array, u8: Uint8Array } as const
export type VectorKind = keyof typeof makers
export type TypedArray = Float64Array | Float32Array | Uint32Array | Uint16Array | Uint8Array

export interface Vector {
  readonly kind: VectorKind
  data: TypedArray
  length: number
}

/** Which kind of vector holds this array. */
export function kindOf(array: TypedArray): VectorKind {
  for (const [kind, maker] of Object.entries(makers)) if (array instanceof maker) return kind as VectorKind
  throw new TypeError('a column holds Float64Array, Float32Array, Uint32Array, Uint16Array or Uint8Array')
}

function reserve(vector: Vector, more: number): void {
  const needed = vector.length + more
  if (needed <= vector.data.length) return
  const grown = new makers[vector.kind](Math.max(needed, vector.data.length * 2, 16))
  grown.set(vector.data.subarray(0, vector.length))
  vector.data = grown
}

export const vector = {
  create: (kind: VectorKind): Vector => ({ kind, data: new makers[kind](0), length: 0 }),
  /** So many zeros. */
  room: (kind: VectorKind, length: number): TypedArray => new makers[kind](length),
  push(target: Vector, value: number): void {
    reserve(target, 1)
    target.data[target.length++] = value
  },
  append(target: Vector, values: TypedArray): void {
    reserve(target, values.length)
    target.data.set(values, target.length)
    target.length += values.length
  },
  /** The values, without the room kept for more; shares memory. */
  values: (target: Vector): TypedArray => target.data.subarray(0, target.length),
  /** Gives the spare room back before the vector is written. */
  trim(target: Vector): void {
    if (target.data.length > target.length) target.data = target.data.slice(0, target.length)
  },
}

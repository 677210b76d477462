/** Numbers kept at once by one of these: a quarter of a gigabyte. */
const mostKept = 1 << 25

/** The same function, that keeps what it made lately: when too much is held, all of it is let go. */
export function kept<Values extends ArrayLike<number>>(make: (i: number) => Values): (i: number) => Values {
  const made = new Map<number, Values>()
  let held = 0
  return (i) => {
    let values = made.get(i)
    if (!values) {
      values = make(i)
      held += values.length
      if (held > mostKept) {
        made.clear()
        held = values.length
      }
      made.set(i, values)
    }
    return values
  }
}

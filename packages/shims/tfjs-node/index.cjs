// danfojs-node requires a native tensor library at load and uses it only for tensor features, which corpuscope never calls.
class Tensor {}
const absent = (name) => () => {
  throw new Error(`danfojs tensor feature "${name}" is not part of this build`)
}
module.exports = {
  Tensor,
  tensor1d: absent('tensor1d'),
  tensor2d: absent('tensor2d'),
  scalar: absent('scalar'),
  moments: absent('moments'),
  data: { array: absent('data.array') },
}

// Stands in for database drivers, HTTP clients and spreadsheet readers that danfojs-node and natural require and we never reach.
module.exports = { config() {}, v4() {} }

// A module of its own: a bundler that splits code gives a dynamically imported CommonJS package no named exports.
export { parse } from 'yaml'

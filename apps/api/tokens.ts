/** Injection tokens of what has no class of its own. */
export const LOGGER = Symbol('logger');
export const CONFIG = Symbol('config');
export const REDIS = Symbol('redis');
export const COUNTERS = Symbol('counters in redis');
export const FILE_STORE = Symbol('file store');
export const FILE_SCANNER = Symbol('file scanner');
export const TRANSLATORS = Symbol('translators');

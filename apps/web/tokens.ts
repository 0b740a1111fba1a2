/** Injection tokens of the pages. */
export const CONFIG = Symbol('configuration');
export const LOGGER = Symbol('logger');
export const REDIS = Symbol('Redis');
/** The environment of the templates. */
export const TEMPLATES = Symbol('templates');

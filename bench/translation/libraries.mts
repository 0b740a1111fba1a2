/** The library offers itself to `import` alone, which only a file that stays an ES module keeps. */
export { eld } from 'eld/large';

export { fontFiles, type PngOptions, renderPng } from './png.ts';

#!/usr/bin/env node
import { setLanguage } from '../shared/words/language.ts';
import { main } from './cli/main.ts';

declare const __USHER_VERSION__: string;

setLanguage('en');
// The version is written into the bundle when it is built, from package.json.
void main(process.argv.slice(2), __USHER_VERSION__);

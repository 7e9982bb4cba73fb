#!/usr/bin/env node
import { main } from './cli/main.ts';

declare const __USHER_VERSION__: string;

// The version is written into the bundle when it is built, from package.json.
void main(process.argv.slice(2), __USHER_VERSION__);

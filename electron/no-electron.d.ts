// The core is plain Node: `electron` resolves to this empty module here, so importing it does not build.
export {};

export declare const sampleArguments: (out: string) => readonly string[]

/** The keys of a source language with any words: what a language without plural forms (zh-TW) must fill. */
export type SameKeys<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : SameKeys<Source[Key]>;
};

/** The same for a language with a singular: each `key_other` needs its `key_one` as well. */
export type WithSingular<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : WithSingular<Source[Key]>;
} & {
  readonly [Key in keyof Source as Key extends `${infer Base}_other` ? `${Base}_one` : never]: string;
};

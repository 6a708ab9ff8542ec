/** A value as it goes over the wire. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

/** A JSON object as it goes over the wire, where what is undefined isn't there. */
export type JsonObject = { [key: string]: Json | undefined };

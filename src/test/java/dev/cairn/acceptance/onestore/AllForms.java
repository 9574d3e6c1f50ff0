package dev.cairn.acceptance.onestore;

/** What requests by hand see of all dialects at once. */
interface AllForms extends MixedRequests, Refusals, ClassWords {}

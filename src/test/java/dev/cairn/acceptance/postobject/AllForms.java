package dev.cairn.acceptance.postobject;

/** Uploads by forms, in every dialect. */
interface AllForms extends S3Forms, BadForms, SharedForms, S2Forms, ObsForms, OssForms {}

/**
 * Uploads by forms: what a form says, what its policy allows, and PostObject itself, which is
 * PutObject with fields in place of headers. Vocabulary and rules are data, taken as arguments.
 */
package dev.cairn.dialect.family.form;

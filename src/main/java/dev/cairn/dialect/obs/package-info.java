/**
 * Huawei OBS, in both of its forms: the one that is compatible with S3 and its own. Imports family,
 * protocol, core and model; no other dialect.
 */
package dev.cairn.dialect.obs;

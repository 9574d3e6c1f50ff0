/** Alibaba Cloud OSS. Imports family, protocol, core and model; no other dialect. */
package dev.cairn.dialect.oss;

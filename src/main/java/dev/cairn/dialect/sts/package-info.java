/**
 * The token service: AWS STS, which every dialect's temporary credentials come from. Its requests
 * are forms, its answers XML (AWS's "Query protocol"). Imports protocol, core and model.
 */
package dev.cairn.dialect.sts;

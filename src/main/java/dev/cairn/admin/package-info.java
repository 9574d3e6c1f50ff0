/** The admin REST API. Imports core and model. */
package dev.cairn.admin;

/** PostgreSQL behind the catalog ports. Entities never leave; imports core and model. */
package dev.cairn.persistence;

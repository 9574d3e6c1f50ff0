/** What clients may take, where an operator has set it. */
package dev.cairn.acceptance.limits;

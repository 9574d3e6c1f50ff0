/** What the README prints works as it is printed. */
package dev.cairn.acceptance.readme;

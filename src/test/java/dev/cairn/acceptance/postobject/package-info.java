/** Uploads by forms as browsers send them, by hand: no SDK posts one, some sign what is posted. */
package dev.cairn.acceptance.postobject;

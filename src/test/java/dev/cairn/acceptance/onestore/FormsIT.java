package dev.cairn.acceptance.onestore;

import dev.cairn.acceptance.Packaged;

class FormsIT implements AllForms, Packaged {}

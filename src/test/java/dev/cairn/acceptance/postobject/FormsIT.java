package dev.cairn.acceptance.postobject;

import dev.cairn.acceptance.Packaged;

class FormsIT implements AllForms, Packaged {}

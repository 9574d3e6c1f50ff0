package dev.cairn.acceptance.properties;

import dev.cairn.acceptance.Packaged;

class PropertiesIT implements AllProperties, Packaged {}

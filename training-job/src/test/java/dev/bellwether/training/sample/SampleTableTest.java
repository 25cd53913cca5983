package dev.bellwether.training.sample;

class SampleTableTest {}

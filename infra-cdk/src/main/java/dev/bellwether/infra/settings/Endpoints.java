package dev.bellwether.infra.settings;

import java.util.Optional;

/// Other base URLs than the services' own: a proxy, a VPC endpoint, a simulator.
///
/// @param alphaVantage instead of `https://www.alphavantage.co`
/// @param yahoo instead of `https://query1.finance.yahoo.com`
/// @param sageMaker instead of the region's
public record Endpoints(
        Optional<String> alphaVantage, Optional<String> yahoo, Optional<String> sageMaker) {}

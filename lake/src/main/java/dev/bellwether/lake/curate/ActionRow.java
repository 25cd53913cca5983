package dev.bellwether.lake.curate;

import dev.bellwether.lake.CorporateAction;
import dev.bellwether.lake.Knowledge;

/// A row of `corporate_actions`: one version of an action.
///
/// @param version from 1, in the order in which the versions were known
/// @param newest whether no later version of the action is known
public record ActionRow(
        String instrumentId,
        CorporateAction action,
        int version,
        Knowledge knowledge,
        String rawKey,
        boolean newest) {}

package dev.bellwether.local.endpoint;

import java.util.Set;

/// The few actions of one AWS service that are acted out here.
public interface ThinService {
    /// Name of the service in a signature's credential scope.
    String signingName();

    /// Actions that [#answer(Call)] knows; any other never reaches it.
    Set<String> actions();

    Answer answer(Call call);
}

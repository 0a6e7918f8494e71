namespace LabTest;

/// <summary>What a measurement belongs to (a run, a test, an attempt): it records what is asserted of it.</summary>
internal interface IMeasurementScope
{
    /// <summary>How a value with an uncertainty is held against a limit.</summary>
    DecisionRule Decision { get; }

    /// <summary>Records what is asserted of and was not recorded before.</summary>
    Measurement Record(string name, MeasuredValue value);

    /// <summary>Records a limit and its verdict, before the assertion returns or throws.</summary>
    void Judged(Measurement measurement, Limit limit, Verdict verdict);
}

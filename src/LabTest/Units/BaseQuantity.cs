namespace LabTest.Units;

/// <summary>
/// What dimensions are built from: the seven base quantities of the SI, and the countable things that a laboratory must not mix up
/// with bare numbers. The value is the place in a <see cref="Dimension"/>.
/// </summary>
internal enum BaseQuantity
{
    Length,
    Mass,
    Time,
    Current,
    Temperature,
    Amount,
    LuminousIntensity,
    Angle,
    Sample,
    Count,
    Electron,
    Photon,
    Pixel,
    Information,
}

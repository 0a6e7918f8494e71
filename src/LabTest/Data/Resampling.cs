namespace LabTest.Data;

/// <summary>How <see cref="Table.Resample"/> finds values at places where none was measured.</summary>
public enum Resampling
{
    /// <summary>On the straight line between the values before and behind the place: for a finer or about equal spacing.</summary>
    Linear,

    /// <summary>The mean of the values from the place up to the next one: for a coarser spacing, without losing what lies between.</summary>
    Mean,
}

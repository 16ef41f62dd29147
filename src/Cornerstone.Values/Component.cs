namespace Cornerstone.Values;

/// <summary>
/// Parts of a security sector, "as determined by each Member State" (S/RES/2553 (2020), preambular para. 21): a country
/// adds its own codes beside these, so components are stored as text and compared by code. Domain handbook §3.4.
/// </summary>
public enum Component
{
    /// <summary>Defence.</summary>
    DEF,

    /// <summary>Police and gendarmerie.</summary>
    POL,

    /// <summary>Justice.</summary>
    JUS,

    /// <summary>Corrections.</summary>
    COR,

    /// <summary>Intelligence.</summary>
#pragma warning disable CA1720 // The code list's own code, not a type's name.
    INT,
#pragma warning restore CA1720

    /// <summary>Border management and security.</summary>
    BOR,

    /// <summary>Customs.</summary>
    CUS,

    /// <summary>Immigration.</summary>
    IMM,

    /// <summary>Maritime security.</summary>
    MAR,

    /// <summary>Civil protection, disaster management, fire.</summary>
    CIV,

    /// <summary>Customary, traditional and community providers.</summary>
    TRA,

    /// <summary>Private security.</summary>
    PRV,

    /// <summary>Oversight bodies.</summary>
    OVS,

    /// <summary>Management and coordination.</summary>
    MGT,
}
